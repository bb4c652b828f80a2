/**
 * Names in `window.__kbnSharedDeps__` that every Kibana from 9.0 to main in September 2026 has, from elastic/kibana
 * `src/platform/packages/private/kbn-ui-shared-deps-src/src/{definitions,entry}.js`.
 */
export const stableSharedNames: readonly string[] = [
  ...['React', 'ReactDom', 'ReactDomServer', 'ReactRouter', 'ReactRouterDom'],
  ...['ReactRouterDomV5Compat', 'ElasticEui', 'ElasticEuiThemeBorealis'],
  ...['ElasticEuiLibComponentsUseIsNestedEuiProvider', 'ElasticEuiLibServicesThemeWarning'],
  ...['EmotionReact', 'EmotionCache', 'ElasticCharts', 'ElasticNumeral', 'KbnI18n'],
  ...['KbnI18nReact', 'KbnUiTheme', 'KbnDatemath', 'KbnMonaco', 'MonacoBarePluginApi'],
  ...['KbnCodeEditor', 'KbnAnalytics', 'KbnEsQuery', 'KbnSearchErrors', 'KbnStd'],
  ...['SaferLodashSet', 'KbnRison', 'KbnCryptoBrowser', 'KbnEbtTools', 'KbnSharedUxErrorBoundary'],
  ...['KbnSharedUxRouter', 'KbnReactKibanaContextCommon', 'KbnReactKibanaContextRoot'],
  ...['KbnReactKibanaContextRender', 'KbnReactKibanaContextTheme', 'ElasticApmRumCore', 'Rxjs'],
  ...['Lodash', 'LodashFp', 'Moment', 'MomentTimezone', 'Jquery', 'IoTs', 'ReduxjsToolkit'],
  ...['ReactRedux', 'Redux', 'Immer', 'Reselect', 'History', 'Classnames', 'Uuid', 'TsLib'],
  ...['FastestLevenshtein', 'StyledComponents', 'HelloPangeaDnd', 'ReactQueryDevtools'],
];
