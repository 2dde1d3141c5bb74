/**
 * Returns the runs of wrangler that a deployment is, in order: the database is migrated before the Worker that needs it is deployed. A dry
 * run touches no database.
 * @param args what `npm run deploy --` is given, which the deployment of the Worker takes
 */
export function deploymentOf(args: readonly string[]): readonly (readonly string[])[] {
  const deployed = ['deploy', ...args];
  return args.includes('--dry-run') ? [deployed] : [['d1', 'migrations', 'apply', 'DB', '--remote'], deployed];
}
