import { createElement, type ReactNode } from 'react';
import { RawIntlProvider } from 'react-intl';
import { currentIntl } from './i18n';

export {
  FormattedDate,
  FormattedMessage,
  FormattedNumber,
  FormattedRelativeTime,
  FormattedTime,
  useIntl,
} from 'react-intl';

/** Kibana's provider takes only children; locale and messages are the page's. */
export const I18nProvider = ({ children }: { children?: ReactNode }) =>
  createElement(RawIntlProvider, { value: currentIntl() }, children);
