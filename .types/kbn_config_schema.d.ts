/** The builders of Kibana's configuration schema that this plugin uses. */
declare module '@kbn/config-schema' {
  export interface Type<V> {
    validate(value: unknown): V;
    getSchemaStructure(): Array<{ path: string[] }>;
    readonly type: V;
  }
  export type TypeOf<T extends Type<unknown>> = T['type'];
  type ObjectOf<P extends Record<string, Type<unknown>>> = { [K in keyof P]: TypeOf<P[K]> };
  interface StringOptions {
    minLength?: number;
    maxLength?: number;
    defaultValue?: string;
    validate?: (value: string) => string | undefined;
  }
  export const schema: {
    boolean(options?: { defaultValue?: boolean }): Type<boolean>;
    string(options?: StringOptions): Type<string>;
    uri(options?: {
      scheme?: string[];
      validate?: (value: string) => string | undefined;
    }): Type<string>;
    literal<V extends string>(value: V): Type<V>;
    maybe<V>(type: Type<V>): Type<V | undefined>;
    arrayOf<V>(
      type: Type<V>,
      options?: { minSize?: number; maxSize?: number; defaultValue?: V[] },
    ): Type<V[]>;
    oneOf<A, B>(types: [Type<A>, Type<B>]): Type<A | B>;
    oneOf<V>(types: Array<Type<V>>, options?: { defaultValue?: NoInfer<V> }): Type<V>;
    object<P extends Record<string, Type<unknown>>>(properties: P): Type<ObjectOf<P>>;
  };
}
