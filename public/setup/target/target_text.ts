import { i18n } from '@kbn/i18n';
import { inferenceIdOf } from '../../../common/targets/inference_id';
import type { SetupRequest } from '../../../common/setup_request';
import { deprecatesConnector, hidesConnector } from '../../../common/targets/target_versions';
import type { TargetChoice } from '../../../common/targets/targets';

/** Texts of the choice between connector and inference endpoint. */
export const targetText = {
  title: i18n.translate('azureOpenaiSetup.target.flyout.title', {
    defaultMessage: 'Connection to the model',
  }),
  intro: i18n.translate('azureOpenaiSetup.target.flyout.intro', {
    defaultMessage:
      'AI Assistants and agents use a connector or an inference endpoint to call the model.',
  }),
  endpointKey: i18n.translate('azureOpenaiSetup.target.endpoint.key', {
    defaultMessage: 'Elasticsearch stores the API key and never returns it.',
  }),
  meaning: {
    connector: i18n.translate('azureOpenaiSetup.target.meaning.connector', {
      defaultMessage: 'Kibana calls the model. People can use the connector in this space.',
    }),
    inference_endpoint: i18n.translate('azureOpenaiSetup.target.meaning.endpoint', {
      defaultMessage: 'Elasticsearch calls the model. People can use the endpoint in every space.',
    }),
    both: i18n.translate('azureOpenaiSetup.target.meaning.both', {
      defaultMessage: 'Both call the same deployment. The test question goes to the endpoint.',
    }),
  },
};

interface Consequence {
  icon: string;
  text: string;
}

/** The consequences of the choice for people, spaces, keys and networks. */
export function consequencesOf(
  choice: TargetChoice,
  request: SetupRequest,
  kibanaVersion = '',
): Consequence[] {
  if (choice === 'both') return ofBoth;
  return choice === 'connector' ? ofConnector(kibanaVersion) : ofEndpoint(request);
}

const ofConnector = (kibanaVersion: string): Consequence[] => [
  {
    icon: 'spaces',
    text: i18n.translate('azureOpenaiSetup.target.connector.spaces', {
      defaultMessage: 'Available in this space only.',
    }),
  },
  {
    icon: 'users',
    text: i18n.translate('azureOpenaiSetup.target.connector.people', {
      defaultMessage: 'People need the Kibana privilege "Actions and Connectors: Read".',
    }),
  },
  {
    icon: 'lock',
    text: i18n.translate('azureOpenaiSetup.target.connector.key', {
      defaultMessage: 'Kibana stores the API key encrypted and never displays it.',
    }),
  },
  {
    icon: 'globe',
    text: i18n.translate('azureOpenaiSetup.target.connector.calls', {
      defaultMessage:
        'Calls come from the Kibana server. The proxy and the allowed hosts of connectors apply.',
    }),
  },
  { icon: 'clock', text: futureText(kibanaVersion) },
];

function futureText(kibanaVersion: string): string {
  if (hidesConnector(kibanaVersion)) {
    return i18n.translate('azureOpenaiSetup.target.connector.hidden', {
      defaultMessage:
        "Deprecated since 9.5. From 9.6 on, people can't create it in Kibana, but setup can, and existing connectors keep working.",
    });
  }
  if (deprecatesConnector(kibanaVersion)) {
    return i18n.translate('azureOpenaiSetup.target.connector.deprecated', {
      defaultMessage:
        "Deprecated since 9.5, and from 9.6 on people can't create it in Kibana. Existing connectors keep working.",
    });
  }
  return i18n.translate('azureOpenaiSetup.target.connector.later', {
    defaultMessage: 'Deprecated from Kibana 9.5 on. Existing connectors keep working.',
  });
}

const ofEndpoint = (request: SetupRequest): Consequence[] => [
  {
    icon: 'spaces',
    text: i18n.translate('azureOpenaiSetup.target.endpoint.spaces', {
      defaultMessage: 'Available in every space, and in other Kibanas of the same cluster.',
    }),
  },
  {
    icon: 'users',
    text: i18n.translate('azureOpenaiSetup.target.endpoint.people', {
      defaultMessage:
        'People need the cluster privilege {privilege}. An administrator has to add it to custom roles.',
      values: { privilege: 'monitor_inference' },
    }),
  },
  {
    icon: 'lock',
    text:
      request.authentication === 'entra_id'
        ? i18n.translate('azureOpenaiSetup.target.endpoint.secret', {
            defaultMessage:
              'No API key is used. Elasticsearch stores the client secret and never returns it.',
          })
        : targetText.endpointKey,
  },
  {
    icon: 'globe',
    text: i18n.translate('azureOpenaiSetup.target.endpoint.calls', {
      defaultMessage:
        'Calls come from the Elasticsearch nodes, which need a direct connection to Azure, without a proxy. Elasticsearch tests it when it creates the endpoint.',
    }),
  },
  {
    icon: 'tag',
    text: i18n.translate('azureOpenaiSetup.target.endpoint.name', {
      defaultMessage: 'Kibana shows its ID as its name. The ID begins with {id}.',
      values: { id: inferenceIdOf(request) },
    }),
  },
];

const ofBoth: Consequence[] = [
  {
    icon: 'users',
    text: i18n.translate('azureOpenaiSetup.target.both.people', {
      defaultMessage: 'People without {privilege} can use the connector in this space.',
      values: { privilege: 'monitor_inference' },
    }),
  },
  {
    icon: 'machineLearningApp',
    text: i18n.translate('azureOpenaiSetup.target.both.test', {
      defaultMessage: 'The test question and the default model use the inference endpoint.',
    }),
  },
  {
    icon: 'lock',
    text: i18n.translate('azureOpenaiSetup.target.both.key', {
      defaultMessage: 'If the API key changes in Azure, update it in both.',
    }),
  },
];
