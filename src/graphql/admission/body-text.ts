/** The message of a request whose connection ends before its body: no fault of ours, so it is refused and not logged as an error. */
export const BODY_CUT = 'The connection ended before the body did. Nothing was run.';

/** Returns the text of a request's body. `null`: the body ends too early. */
export const bodyText = (request: Pick<Request, 'text'>): Promise<string | null> => request.text().catch(() => null);
