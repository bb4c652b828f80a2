import { EuiIcon, EuiLink, EuiSpacer, EuiText, EuiTitle, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { lazyPart } from '../../shared/lazy_part';

const RolesFlyout = lazyPart(async () => (await import('./roles_flyout')).RolesFlyout);

interface Fact {
  iconType: string;
  title: string;
  more: string;
}

const roleFact: Fact = {
  iconType: 'user',
  title: i18n.translate('azureOpenaiSetup.facts.role', { defaultMessage: 'You need' }),
  more: i18n.translate('azureOpenaiSetup.facts.roleMore', {
    defaultMessage: 'Contributor on an Azure subscription.',
  }),
};

const planFacts: readonly Fact[] = [
  {
    iconType: 'inspect',
    title: i18n.translate('azureOpenaiSetup.facts.plan', {
      defaultMessage: 'You review the plan first',
    }),
    more: i18n.translate('azureOpenaiSetup.facts.planMore', {
      defaultMessage: 'Nothing is created until you confirm it.',
    }),
  },
  {
    iconType: 'clock',
    title: i18n.translate('azureOpenaiSetup.facts.time', { defaultMessage: 'About 2 minutes' }),
    more: i18n.translate('azureOpenaiSetup.facts.timeMore', {
      defaultMessage: 'Setup continues if you close this page.',
    }),
  },
  {
    iconType: 'lock',
    title: i18n.translate('azureOpenaiSetup.facts.keys', { defaultMessage: 'No keys to copy' }),
    more: i18n.translate('azureOpenaiSetup.facts.keysMore', {
      defaultMessage:
        'The API key goes straight to Kibana or Elasticsearch, which never display it.',
    }),
  },
  {
    iconType: 'trash',
    title: i18n.translate('azureOpenaiSetup.facts.undo', {
      defaultMessage: 'Delete everything with one click',
    }),
    more: i18n.translate('azureOpenaiSetup.facts.undoMore', {
      defaultMessage: 'Only created resources are deleted.',
    }),
  },
  roleFact,
];

/** The next step of an existing setup after a sign-in. */
export type NextStep = 'resume' | 'removal' | 'change_size' | 'size_form' | 'setup';

const unconfirmed = i18n.translate('azureOpenaiSetup.nextStep.unconfirmed', {
  defaultMessage: 'Nothing changes until you confirm it.',
});

const setupFacts: Record<NextStep, Fact> = {
  resume: {
    iconType: 'play',
    title: i18n.translate('azureOpenaiSetup.nextStep.resume', {
      defaultMessage: 'The stopped step continues',
    }),
    more: i18n.translate('azureOpenaiSetup.nextStep.resumeMore', {
      defaultMessage: "You don't have to start it again.",
    }),
  },
  removal: {
    iconType: 'trash',
    title: i18n.translate('azureOpenaiSetup.nextStep.removal', {
      defaultMessage: 'You review what will be deleted',
    }),
    more: i18n.translate('azureOpenaiSetup.nextStep.removalMore', {
      defaultMessage: 'Nothing is deleted until you confirm it.',
    }),
  },
  change_size: {
    iconType: 'check',
    title: i18n.translate('azureOpenaiSetup.nextStep.changeSize', {
      defaultMessage: 'The throughput is changed',
    }),
    more: i18n.translate('azureOpenaiSetup.nextStep.changeSizeMore', {
      defaultMessage: "You don't have to submit the value again.",
    }),
  },
  size_form: {
    iconType: 'pencil',
    title: i18n.translate('azureOpenaiSetup.nextStep.sizeForm', {
      defaultMessage: 'You enter the throughput',
    }),
    more: unconfirmed,
  },
  setup: {
    iconType: 'refresh',
    title: i18n.translate('azureOpenaiSetup.nextStep.setup', {
      defaultMessage: 'You return to this setup',
    }),
    more: unconfirmed,
  },
};

/** The panel next to the sign-in of a new setup, or of the existing one that has asked for it. */
export function WhatHappensNext({ next }: { next: NextStep | undefined }): ReactElement {
  const facts = next ? [setupFacts[next], roleFact] : planFacts;
  const { euiTheme } = useEuiTheme();
  const { size } = euiTheme;
  return (
    <>
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('azureOpenaiSetup.facts.title', { defaultMessage: 'What happens next' })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="m" />
      <ul css={{ display: 'flex', flexDirection: 'column', gap: size.m }} data-test-subj="facts">
        {facts.map(({ iconType, title, more }) => (
          <li key={iconType} css={{ display: 'flex', gap: size.m }}>
            <EuiIcon
              type={iconType}
              color="primary"
              aria-hidden={true}
              css={{ flex: 'none', marginTop: size.xxs }}
            />
            <EuiText size="s">
              <strong>{title}</strong>
              <br />
              {more} {iconType === 'user' && <OtherRoles />}
            </EuiText>
          </li>
        ))}
      </ul>
    </>
  );
}

function OtherRoles(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {/* eslint-disable-next-line @elastic/eui/require-href-for-link -- it opens a flyout */}
      <EuiLink onClick={() => setIsOpen(true)} data-test-subj="otherRoles">
        {i18n.translate('azureOpenaiSetup.facts.otherRoles', { defaultMessage: 'Other roles' })}
      </EuiLink>
      {isOpen && <RolesFlyout onClose={() => setIsOpen(false)} />}
    </>
  );
}
