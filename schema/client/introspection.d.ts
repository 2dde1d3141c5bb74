/** The types of the schema and their fields, for `schema` of urql's graphcache. */
export declare const introspection: {
    readonly __schema: {
        readonly queryType: {
            readonly name: string;
        };
        readonly mutationType: {
            readonly name: string;
        };
        readonly types: readonly {
            readonly kind: string;
            readonly name: string;
            readonly fields?: readonly {
                readonly name: string;
            }[];
            readonly interfaces?: readonly {
                readonly name: string;
            }[];
            readonly possibleTypes?: readonly {
                readonly name: string;
            }[];
        }[];
    };
};
