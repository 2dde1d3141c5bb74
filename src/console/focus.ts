/**
 * Gives the focus to the nearest heading that is left when a control goes from the page with what it did, such as the button that finalizes
 * a draft: the reader goes on there, and not at the top of the page.
 */
export function keepFocus(body: HTMLElement): void {
  /** What has the focus, and what that is within: the nearest first. */
  let path: readonly Element[] = [];
  body.addEventListener('focusin', ({ target }) => {
    path = ancestryOf(target instanceof Element ? target : null);
  });
  body.addEventListener('focusout', () => {
    // A reader who clicks beside what had the focus has left it: its end is no matter then.
    setTimeout(() => {
      if (path[0]?.isConnected && document.activeElement === body) path = [];
    });
  });
  new MutationObserver(() => {
    const [focused, ...around] = path;
    if (!focused || focused.isConnected || document.activeElement !== body) return;
    for (const element of around.filter(({ isConnected }) => isConnected)) {
      const heading = element.querySelector<HTMLElement>('h1, h2, h3');
      if (!heading) continue;
      heading.tabIndex = -1;
      return heading.focus();
    }
  }).observe(body, { childList: true, subtree: true });
}

const ancestryOf = (element: Element | null): readonly Element[] => (element ? [element, ...ancestryOf(element.parentElement)] : []);
