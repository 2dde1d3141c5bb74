interface Move {
  readonly sourcePlan: { readonly name: string };
  readonly sourceVersion: { readonly version: number } | null;
  readonly targetVersion: { readonly name: string; readonly version: number };
}

/** Returns what a migration moves, such as `Vault: version 1 to version 2`. */
export function moveText({ sourcePlan, sourceVersion, targetVersion }: Move): string {
  const from = sourceVersion ? `version ${sourceVersion.version}` : 'every version';
  const to = targetVersion.name === sourcePlan.name ? '' : `${targetVersion.name}, `;
  return `${sourcePlan.name}: ${from} to ${to}version ${targetVersion.version}`;
}
