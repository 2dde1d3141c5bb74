import { fail } from './failure.ts';
import type { AppContext, AppHandler, Services } from './services.ts';

/**
 * What the console's page may load: its own files, and the answers of this API and of the identity provider that signs people in. Trusted
 * types without a policy make the browser refuse every text that a script would write as markup.
 */
const consolePolicy = ({ signIn }: Services): string => {
  const provider = signIn ? ` ${new URL(signIn.issuer).origin}` : '';
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'${provider}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
};

/** Serves the console's files. Leaves the request to the next handler where the console is off, so that its files do not exist for callers. */
export const consolePage: AppHandler = async (c, next) => {
  const { pages, hasConsole } = c.env;
  if (!pages || !hasConsole) return next();
  return page(c, pages, consolePolicy(c.env));
};

/** Serves the explorer and the docs of the REST mirror. Each is one file with its scripts within. Only development has them. */
export const developmentPage: AppHandler = async (c, next) => {
  const { pages, explorer } = c.env;
  if (!pages || explorer === null) return next();
  return page(c, pages, "frame-ancestors 'none'");
};

async function page(c: AppContext, pages: NonNullable<Services['pages']>, policy: string): Promise<Response> {
  const { hostname } = new URL(c.req.url);
  if (!c.env.isPageHost(hostname)) {
    return fail(
      c,
      421,
      'BAD_REQUEST',
      `There are no pages at the host "${hostname}". Use localhost, or run \`HOSTS=${hostname} npm run dev\`.`,
    );
  }
  c.set('contentPolicy', policy);
  const file = await pages(c.req.raw);
  // The headers of a file cannot be changed, and a copy's can.
  return new Response(file.body, file);
}
