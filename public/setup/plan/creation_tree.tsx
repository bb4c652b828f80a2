import {
  EuiBadge,
  EuiIcon,
  EuiLink,
  EuiSkeletonRectangle,
  EuiText,
  useEuiTheme,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import type { Options } from '../../../common/options';
import type { Plan, PlannedStep } from '../../../common/plan';
import type { SetupRequest } from '../../../common/setup_request';
import {
  appliesTo,
  factsOf,
  isCreation,
  nameOf,
  stepIds,
  type StepId,
  type StepRoot,
} from '../../../common/steps';
import { regionName } from '../../../common/words/format';
import { plannedBadge, reuseBadge, stepText } from '../../../common/words/step_text';
import { useCore } from '../../api/core_context';
import { fieldText } from '../../../common/words/field_text';

const text = {
  kibana: i18n.translate('azureOpenaiSetup.tree.kibana', {
    defaultMessage: 'Space in this Kibana',
  }),
  defaultSpace: i18n.translate('azureOpenaiSetup.tree.defaultSpace', {
    defaultMessage: 'Default space',
  }),
  elasticsearch: i18n.translate('azureOpenaiSetup.tree.elasticsearch', {
    defaultMessage: 'All spaces of this cluster',
  }),
};

/** The name of the current space: `/s/<id>` at the end of Kibana's base path. */
const spaceName = (basePath: string): string =>
  /\/s\/([^/]+)$/.exec(basePath)?.[1] ?? text.defaultSpace;

interface CreationTreeProps {
  /** Absent while Azure is being read, so the names are unknown. */
  request?: SetupRequest;
  options: Options;
  /** True while display names are loading; ids are not shown instead. */
  optionsLoading: boolean;
  /** Absent while the plan is loading, so it is unknown what exists. */
  plan?: Plan;
}

interface Node {
  id: string;
  depth: number;
  icon: string;
  /** Absent while it is being read. */
  name?: string;
  kind: string;
  step?: StepId;
  exists?: boolean;
}

function nodeOf(step: StepId, request?: SetupRequest, region?: string): Node {
  const { icon, tree } = factsOf(step);
  const { title } = stepText[step];
  return {
    id: step,
    depth: tree?.depth ?? 0,
    icon,
    name: request && nameOf(step, request),
    kind: tree?.showsRegion && region ? `${title} · ${region}` : title,
    step,
  };
}

/** Placeholders for the target, which depends on the plan. */
const nodesInReading: Node[] = [
  { id: 'subscription', depth: 0, icon: 'logoAzure', kind: fieldText.subscriptionId.label },
  nodeOf('resource_group'),
  nodeOf('account'),
  nodeOf('model_deployment'),
  { id: 'elastic', depth: 0, icon: 'logoElastic', kind: '\u00a0' },
  { id: 'connection', depth: 1, icon: factsOf('target').icon, kind: '\u00a0' },
];

type Root = Pick<Node, 'icon' | 'name' | 'kind'>;

function rootsOf(
  { options, optionsLoading }: CreationTreeProps,
  { subscriptionId }: SetupRequest,
  space: string,
): Record<StepRoot, Root> {
  const found = options.subscriptions.find((one) => one.subscriptionId === subscriptionId);
  return {
    subscription: {
      icon: 'logoAzure',
      name: found?.displayName ?? (optionsLoading ? undefined : subscriptionId),
      kind: fieldText.subscriptionId.label,
    },
    space: { icon: 'logoElastic', name: space, kind: text.kibana },
    elasticsearch: { icon: 'logoElasticsearch', name: 'Elasticsearch', kind: text.elasticsearch },
  };
}

/** A lasting change, such as a registration, is shown only if it is yet to be made. */
const isShown = (step: StepId, request: SetupRequest, plan?: Plan): boolean =>
  appliesTo(step, request) &&
  (isCreation(step) ||
    (plan?.steps.some((one) => one.step === step && one.action !== 'reuse') ?? false));

function nodesOf(props: CreationTreeProps, space: string): Node[] {
  const { request, options, optionsLoading, plan } = props;
  if (!request) return nodesInReading;
  const isNamed = options.locations?.some(({ name }) => name === request.location);
  const region = isNamed || !optionsLoading ? regionName(request.location, options) : undefined;
  return Object.entries(rootsOf(props, request, space)).flatMap(([id, root]) => {
    const steps = stepIds
      .filter((step) => factsOf(step).tree?.root === id && isShown(step, request, plan))
      .map((step) => nodeOf(step, request, region));
    // A root is there before the setup.
    return steps.length > 0 ? [{ id, depth: 0, exists: true, ...root }, ...steps] : [];
  });
}

/** The resources to create below their parents: the Azure subscription, the Kibana space, and Elasticsearch. */
export function CreationTree(props: CreationTreeProps): ReactElement {
  const { plan } = props;
  const space = spaceName(useCore().http.basePath.get());
  return (
    <ul css={{ listStyle: 'none', margin: 0, padding: 0 }} data-test-subj="creationTree">
      {nodesOf(props, space).map((node) => (
        <TreeRow
          key={node.id}
          node={node}
          planned={plan?.steps.find(({ step }) => step === node.step)}
        />
      ))}
    </ul>
  );
}

interface TreeRowProps {
  node: Node;
  planned?: PlannedStep;
}

function TreeRow({ node, planned }: TreeRowProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  const { id, depth, icon, name, kind, exists } = node;
  return (
    <li
      css={{
        display: 'flex',
        alignItems: 'center',
        gap: euiTheme.size.s,
        paddingBlock: euiTheme.size.xs,
        paddingInlineStart: depth * 18,
      }}
      data-test-subj={node.step ? `planRow-${id}` : `tree-${id}`}
    >
      <EuiIcon type={icon} aria-hidden={true} />
      <EuiText size="s" css={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <strong>
          {name === undefined ? (
            <EuiSkeletonRectangle width="60%" height={euiTheme.size.base} />
          ) : (
            <NodeName name={name} portalUrl={planned?.portalUrl} />
          )}
        </strong>
        <div
          css={{ color: euiTheme.colors.textSubdued, fontSize: euiTheme.size.m, lineHeight: 1.3 }}
        >
          {kind}
        </div>
      </EuiText>
      {exists && <EuiBadge {...reuseBadge} />}
      {planned && <EuiBadge {...plannedBadge(planned)} />}
    </li>
  );
}

function NodeName({ name, portalUrl }: { name: string; portalUrl?: string }): ReactNode {
  if (!portalUrl) return name;
  return (
    <EuiLink
      href={portalUrl}
      target="_blank"
      external
      aria-label={i18n.translate('azureOpenaiSetup.review.portalOf', {
        defaultMessage: '{name} in the Azure portal',
        values: { name },
      })}
    >
      {name}
    </EuiLink>
  );
}
