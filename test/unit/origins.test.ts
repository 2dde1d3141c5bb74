import { describe, expect, it } from 'vitest';
import { originsOf, pageHostsOf } from '../../src/http/origins.ts';

describe('the origins whose pages may call', () => {
  const ALLOWED_ORIGINS = ' https://app.example.com , https://Admin.example.com/,,';

  it.each(['https://app.example.com', 'https://admin.example.com'])(
    'are those that are listed, whatever stands around them: %s',
    (origin) => {
      expect(originsOf({ ALLOWED_ORIGINS })(origin)).toBe(true);
    },
  );

  it.each(['', 'null', 'https://app.example.com.evil.com', 'https://evil.com', 'http://app.example.com', 'https://app.example.com:8443'])(
    'are never matched in part: not "%s"',
    (origin) => {
      expect(originsOf({ ALLOWED_ORIGINS })(origin)).toBe(false);
      expect(originsOf({ ALLOWED_ORIGINS, DEVELOPMENT: 'true' })(origin)).toBe(false);
    },
  );

  it('are none where none is listed', () => {
    expect(['', 'null', 'https://app.example.com'].filter(originsOf({}))).toEqual([]);
    expect(['', 'null'].filter(originsOf({ ALLOWED_ORIGINS: '' }))).toEqual([]);
  });

  it.each(['http://localhost:5173', 'http://localhost', 'https://localhost:3000', 'http://127.0.0.1:8080', 'http://[::1]:5173'])(
    'include %s in development alone',
    (origin) => {
      expect(originsOf({ DEVELOPMENT: 'true' })(origin)).toBe(true);
      expect(originsOf({ DEVELOPMENT: 'yes' })(origin)).toBe(false);
      expect(originsOf({})(origin)).toBe(false);
    },
  );

  it.each([
    'http://localhost.evil.com',
    'http://localhost:5173.evil.com',
    'http://evil.com/localhost',
    'http://notlocalhost:5173',
    'http://127.0.0.1.evil.com',
  ])('never include what only looks local: %s', (origin) => {
    expect(originsOf({ DEVELOPMENT: 'true' })(origin)).toBe(false);
  });
});

describe('the hosts that pages are served at', () => {
  const HOSTS = ' Box.example.com ,,';

  it('are the names of this machine and those that are listed, in development', () => {
    const isPageHost = pageHostsOf({ DEVELOPMENT: 'true', HOSTS });
    expect(['localhost', '127.0.0.1', '[::1]', 'box.example.com'].filter((host) => !isPageHost(host))).toEqual([]);
    expect(['evil.com', 'box.example.com.evil.com', 'localhost.evil.com', 'example.com'].filter(isPageHost)).toEqual([]);
  });

  it('are all of a deployment, whose pages have no tokens', () => {
    expect(
      [undefined, '', 'no'].filter(
        (DEVELOPMENT) => !pageHostsOf({ HOSTS, ...(DEVELOPMENT !== undefined && { DEVELOPMENT }) })('any.example.com'),
      ),
    ).toEqual([]);
  });
});
