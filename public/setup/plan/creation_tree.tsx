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
import { dataRole } from '../../../common/azure/data_roles';
import { inferenceIdOf } from '../../../common/targets/inference_id';
import type { Options } from '../../../common/options';
import type { Plan, PlannedStep } from '../../../common/plan';
import type { SetupRequest } from '../../../common/setup_request';
import type { StepId } from '../../../common/steps';
import { targetKindsOf } from '../../../common/targets/targets';
import { regionName } from '../../../common/words/format';
import { plannedBadge, stepText } from '../../../common/words/step_text';
import { useCore } from '../../api/core_context';
import { stepIcon } from '../../shared/step_icon';
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
  exists: i18n.translate('azureOpenaiSetup.tree.exists', { defaultMessage: 'Exists' }),
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

const ofStep = (step: StepId, depth: number, name?: string, place?: string): Node => ({
  id: step,
  depth,
  icon: stepIcon[step],
  ...(name !== undefined && { name }),
  kind: place ? `${stepText[step].title} · ${place}` : stepText[step].title,
  step,
});

/** Placeholders for the target, which depends on the plan. */
const nodesInReading: Node[] = [
  { id: 'subscription', depth: 0, icon: 'logoAzure', kind: fieldText.subscriptionId.label },
  ofStep('resource_group', 1),
  ofStep('account', 2),
  ofStep('model_deployment', 3),
  { id: 'elastic', depth: 0, icon: 'logoElastic', kind: '\u00a0' },
  { id: 'connection', depth: 1, icon: stepIcon.target, kind: '\u00a0' },
];

function nodesOf(
  { request, options, optionsLoading, plan }: CreationTreeProps,
  space: string,
): Node[] {
  if (!request) return nodesInReading;
  const { subscriptionId, resourceGroup, accountName, deploymentName, targetName } = request;
  const subscription = options.subscriptions.find((one) => one.subscriptionId === subscriptionId);
  const location = options.locations?.some(({ name }) => name === request.location);
  const place = location || !optionsLoading ? regionName(request.location, options) : undefined;
  const kinds = targetKindsOf(request);
  const registers = plan?.steps.some(
    ({ step, action }) => step === 'provider_registration' && action !== 'reuse',
  );
  return [
    {
      id: 'subscription',
      depth: 0,
      icon: 'logoAzure',
      name: subscription?.displayName ?? (optionsLoading ? undefined : subscriptionId),
      kind: fieldText.subscriptionId.label,
      exists: true,
    },
    ...(registers ? [ofStep('provider_registration', 1, 'Microsoft.CognitiveServices')] : []),
    ofStep('resource_group', 1, resourceGroup),
    ofStep('account', 2, accountName, place),
    ...(request.authentication === 'entra_id' ? [ofStep('role_assignment', 3, dataRole.name)] : []),
    ofStep('model_deployment', 3, deploymentName),
    ...(kinds.includes('connector')
      ? [
          {
            ...{ id: 'space', depth: 0, icon: 'logoElastic', name: space, kind: text.kibana },
            exists: true,
          },
          ofStep('target', 1, targetName),
        ]
      : []),
    ...(kinds.includes('inference_endpoint')
      ? [
          {
            ...{ id: 'elasticsearch', depth: 0, icon: 'logoElasticsearch', name: 'Elasticsearch' },
            ...{ kind: text.elasticsearch, exists: true },
          },
          ofStep('inference_endpoint', 1, inferenceIdOf(request)),
        ]
      : []),
  ];
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
      {exists && <EuiBadge color="hollow">{text.exists}</EuiBadge>}
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
