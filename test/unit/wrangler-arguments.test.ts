import { describe, expect, it } from 'vitest';
import { deploymentOf } from '../../scripts/deployment.ts';
import { executionOf, literal } from '../../scripts/execute.ts';

describe('statements of a script', () => {
  const home = '/home/of/a/database';

  it('run on the deployed database with --remote, and have no path of the local one', () => {
    expect(executionOf(['select 1'], { remote: true, home })).toEqual([
      'd1',
      'execute',
      'DB',
      '--remote',
      '--yes',
      '--json',
      '--command=select 1;',
    ]);
  });

  it('run on the local database without it, and never on the deployed one', () => {
    const args = executionOf(['select 1'], { remote: false, home });
    expect(args.slice(3, 6)).toEqual(['--local', '--persist-to', `${home}/state`]);
    expect(args).not.toContain('--remote');
  });

  it('are one argument, in order, whatever texts they have', () => {
    const text = `'; drop table accounts; --remote`;
    const args = executionOf([`select ${literal(text)}`, 'select 2'], { remote: true, home });
    expect(args.filter((each) => each.startsWith('--command='))).toEqual([
      expect.stringMatching(/^--command=select [^']+'[0-9a-f]+'.*;\nselect 2;$/),
    ]);
    expect(args.join(' ')).not.toContain('drop table');
  });
});

describe('a deployment', () => {
  it('migrates the deployed database, and then deploys the Worker with what it was given', () => {
    expect(deploymentOf(['--name', 'staging'])).toEqual([
      ['d1', 'migrations', 'apply', 'DB', '--remote'],
      ['deploy', '--name', 'staging'],
    ]);
  });

  it('touches no database in a dry run', () => {
    expect(deploymentOf(['--dry-run'])).toEqual([['deploy', '--dry-run']]);
  });
});
