import { useEuiTheme } from '@elastic/eui';

/** The color of a badge that says success. EUI 104 gives its own `success` a text with too little contrast. */
export const useSuccessColor = (): string => useEuiTheme().euiTheme.colors.backgroundLightSuccess;
