/** The parts of other plugins' browser contracts that this plugin uses. */

declare module '@kbn/management-plugin/public' {
  export interface ManagementAppMountParams {
    basePath: string;
    element: HTMLElement;
  }
  export interface RegisterManagementAppArgs {
    id: string;
    title: string;
    tip?: string;
    order?: number;
    hideFromSidebar?: boolean;
    hideFromGlobalSearch?: boolean;
    capabilitiesId?: string;
    mount(params: ManagementAppMountParams): (() => void) | Promise<() => void>;
  }
  export interface ManagementSetup {
    sections: {
      section: { insightsAndAlerting: { registerApp(app: RegisterManagementAppArgs): unknown } };
    };
  }
}

declare module '@kbn/home-plugin/public' {
  export interface FeatureCatalogueEntry {
    id: string;
    title: string;
    description: string;
    icon: string;
    path: string;
    category: 'admin' | 'data' | 'other';
    showOnHomePage: boolean;
    order?: number;
  }
  export interface HomePublicPluginSetup {
    featureCatalogue: { register(entry: FeatureCatalogueEntry): void };
  }
}

declare module '@kbn/share-plugin/public' {
  export interface KibanaLocation {
    app: string;
    path: string;
    state: object;
  }
  export interface LocatorDefinition<Params extends object> {
    id: string;
    getLocation(params: Params): Promise<KibanaLocation>;
  }
  export interface LocatorPublic<Params extends object> {
    id: string;
    getLocation(params: Params): Promise<KibanaLocation>;
    getUrl(params: Params, options?: { absolute?: boolean }): Promise<string>;
    navigate(params: Params, options?: { replace?: boolean }): Promise<void>;
  }
  export interface LocatorClient {
    create<Params extends object>(definition: LocatorDefinition<Params>): LocatorPublic<Params>;
    get<Params extends object>(id: string): LocatorPublic<Params> | undefined;
  }
  export interface SharePublicSetup {
    url: { locators: LocatorClient };
  }
  export interface SharePublicStart {
    url: { locators: LocatorClient };
  }
}
