import { i18n } from '@kbn/i18n';
import type { Problem } from '../../problem';
import { fieldRules } from '../field_rules';
import { fieldText, isSetupField } from '../field_text';
import { sentences } from '../format';
import { hasPositive, type Words } from './words';

const brokenRule = ({ field }: Problem) =>
  isSetupField(field) ? `${fieldText[field].label}: ${fieldRules[field]}` : undefined;

/** Azure's code and message, for unnamed failures. */
export const azureAnswer = ({ azure }: Problem) =>
  [azure?.code, azure?.message].filter(Boolean).join(': ');

/** Kibana's own request, session and runs. */
export const requestWords = {
  invalid_request: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.invalid_request.title', {
      defaultMessage: "A value wasn't accepted",
    }),
    cause:
      brokenRule(problem) ??
      i18n.translate('azureOpenaiSetup.problems.invalid_request.cause', {
        defaultMessage: "Kibana didn't accept what this page sent.",
      }),
    remedy: i18n.translate('azureOpenaiSetup.problems.invalid_request.remedy', {
      defaultMessage:
        'Correct the value and continue. If no field shows an error, reload the page: it might be older than the server.',
    }),
  }),
  session_expired: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.session_expired.title', {
      defaultMessage: 'Your Azure sign-in has ended',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.session_expired.cause', {
      defaultMessage:
        'A sign-in lasts 60 to 90 minutes. Kibana stores no credentials to extend it.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.session_expired.remedy', {
      defaultMessage: 'Sign in to Azure again. Everything you entered is kept.',
    }),
  }),
  session_unreadable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.session_unreadable.title', {
      defaultMessage: "Kibana can't read this Azure sign-in",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.session_unreadable.cause', {
      defaultMessage:
        'It was created by another user, in another space, on a Kibana with another encryption key, or before Kibana restarted.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.session_unreadable.remedy', {
      defaultMessage:
        'Sign in to Azure again. If this happens often, set the same azure_openai_setup.encryptionKey in kibana.yml of every Kibana node.',
    }),
  }),
  session_expires_soon: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.session_expires_soon.title', {
      defaultMessage: 'Your Azure sign-in ends soon',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.session_expires_soon.cause', {
        defaultMessage: 'Setup might take longer. It then waits until you sign in again.',
      }),
      hasPositive(detail, 'minutes') &&
        i18n.translate('azureOpenaiSetup.problems.session_expires_soon.minutes', {
          defaultMessage: 'It ends in {minutes, plural, one {# minute} other {# minutes}}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.session_expires_soon.remedy', {
      defaultMessage: 'Sign in again now, or continue and sign in when setup asks for it.',
    }),
  }),
  run_not_found: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.run_not_found.title', {
      defaultMessage: "This setup wasn't found",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.run_not_found.cause', {
      defaultMessage:
        'A setup can be seen by the user who started it, in the space where it was started, and for 7 days after it finished.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.run_not_found.remedy', {
      defaultMessage:
        'Start a new setup. The resources of an earlier setup have the tag kibana-setup-run in the Azure portal.',
    }),
  }),
  run_not_resumable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.run_not_resumable.title', {
      defaultMessage: "This setup can't be continued",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.run_not_resumable.cause', {
      defaultMessage: 'It has finished, or its resources are being deleted.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.run_not_resumable.remedy', {
      defaultMessage: 'Start a new setup. It reuses existing resources.',
    }),
  }),
  kibana_unreachable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.kibana_unreachable.title', {
      defaultMessage: "Kibana isn't responding",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.kibana_unreachable.cause', {
      defaultMessage: 'Kibana is restarting, or your browser has lost the connection to it.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.kibana_unreachable.remedy', {
      defaultMessage:
        'Wait a moment and try again. A setup that has started continues, and this page shows it again when Kibana responds.',
    }),
  }),
  too_many_requests: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.too_many_requests.title', {
      defaultMessage: 'Too many requests at once',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.too_many_requests.cause', {
      defaultMessage:
        'Kibana is still answering earlier requests from this page, in this tab or another one, or from other people.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.too_many_requests.remedy', {
      defaultMessage: 'Wait until these requests are answered, then try again.',
    }),
  }),
  unexpected: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.unexpected.title', {
      defaultMessage: 'Something unexpected happened',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.unexpected.cause', {
        defaultMessage: "Kibana returned an error that this page doesn't recognize.",
      }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.unexpected.remedy', {
      defaultMessage:
        'Try again. If it fails again, look for plugins.azureOpenaiSetup in the Kibana server log.',
    }),
  }),
} satisfies Partial<Words>;
