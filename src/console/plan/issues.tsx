interface IssuesProps {
  readonly issues: readonly { readonly code: string; readonly entityId: string; readonly errorMessage: string }[];
}

/** What is wrong with the thing that it stands beside. */
export function Issues({ issues }: IssuesProps) {
  return (
    <>
      {issues.map(({ code, entityId, errorMessage }) => (
        <p key={`${code} ${entityId}`} class="refusal">
          <span aria-hidden="true">✕ </span>
          {errorMessage}
        </p>
      ))}
    </>
  );
}
