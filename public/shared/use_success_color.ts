import { useEuiTheme } from '@elastic/eui';

/** The color of a success badge, because EUI 104's `success` has too little contrast. */
export const useSuccessColor = (): string => useEuiTheme().euiTheme.colors.backgroundLightSuccess;
