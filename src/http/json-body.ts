import type { HonoRequest } from 'hono';

/** `application/json`, and the type that GraphQL over HTTP once had. */
const JSON_TYPE = /^application\/(graphql\+)?json\s*(;|$)/i;

/**
 * Returns why a body is not read by what its headers say of it. `null`: it is JSON in UTF-8. Without the type, a form on any page could run a
 * mutation, because a form can send other types. A body in another charset or coding would be read as UTF-8, as JSON is (RFC 8259, 8.1).
 */
export function typeFault(request: HonoRequest): string | null {
  const type = request.header('content-type') ?? '';
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type) ?? [];
  const coding = request.header('content-encoding') ?? 'identity';
  if (!JSON_TYPE.test(type)) return `Send the request as \`content-type: application/json\`, not "${type}".`;
  if (!/^utf-?8$/i.test(charset)) return `Send JSON in UTF-8, not in "${charset}".`;
  return coding === 'identity' ? null : `Send JSON without a \`content-encoding\`, not as "${coding}".`;
}
