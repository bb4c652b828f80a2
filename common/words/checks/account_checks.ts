import { i18n } from '@kbn/i18n';
import type { CheckId } from '../../check';
import { exists, type CheckText } from './checked';

/** The words of the checks in `server/core/checks/account`. */
export const accountChecks = {
  egress: {
    title: i18n.translate('azureOpenaiSetup.checks.egress.title', {
      defaultMessage: 'Connection to Azure',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.egress.pass', {
      defaultMessage: "Kibana can reach Azure's hosts for sign-in, management, and endpoints.",
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.egress.risk', {
      defaultMessage:
        'The Kibana server might be unable to reach Azure. Sign-in or a later step would then fail.',
    }),
  },
  allowed_host: {
    title: i18n.translate('azureOpenaiSetup.checks.allowed_host.title', {
      defaultMessage: 'Allowed hosts',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.allowed_host.pass', {
      defaultMessage: 'Kibana can call the endpoint.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.allowed_host.risk', {
      defaultMessage:
        'Kibana might refuse to call the endpoint. The test question would then fail.',
    }),
  },
  account: {
    title: i18n.translate('azureOpenaiSetup.checks.account.title', {
      defaultMessage: 'Azure OpenAI resource',
    }),
    pass: (checked) =>
      exists(checked, 'account')
        ? i18n.translate('azureOpenaiSetup.checks.account.ready', {
            defaultMessage: 'The resource is ready.',
          })
        : i18n.translate('azureOpenaiSetup.checks.account.pass', {
            defaultMessage: 'The region has room for a new resource.',
          }),
    risk: i18n.translate('azureOpenaiSetup.checks.account.risk', {
      defaultMessage:
        'The resource might be busy, or the region full. Setup would then stop at the resource.',
    }),
  },
  network: {
    title: i18n.translate('azureOpenaiSetup.checks.network.title', {
      defaultMessage: 'Network',
    }),
    pass: (checked) =>
      checked.request.networkAccess === 'selected'
        ? i18n.translate('azureOpenaiSetup.checks.network.selected', {
            defaultMessage: 'The selected addresses can call the endpoint.',
          })
        : i18n.translate('azureOpenaiSetup.checks.network.pass', {
            defaultMessage: 'All networks can call the endpoint.',
          }),
    risk: i18n.translate('azureOpenaiSetup.checks.network.risk', {
      defaultMessage:
        "The resource's network rules might block calls to the model. The test question would then fail.",
    }),
  },
  endpoint_reach: {
    title: i18n.translate('azureOpenaiSetup.checks.endpoint_reach.title', {
      defaultMessage: 'Connection to the endpoint',
    }),
    pass: i18n.translate('azureOpenaiSetup.checks.endpoint_reach.pass', {
      defaultMessage: 'Kibana connectors can reach the endpoint.',
    }),
    risk: i18n.translate('azureOpenaiSetup.checks.endpoint_reach.risk', {
      defaultMessage:
        'The Kibana server might be unable to reach the endpoint. The test question would then fail.',
    }),
  },
} satisfies Partial<Record<CheckId, CheckText>>;
