/** `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const STORED = 'theme';
const SCHEMES = { auto: 'light dark', light: 'light', dark: 'dark' };

/** Returns the theme that the reader has chosen on this machine. */
export const storedTheme = (): Theme => THEMES.find((theme) => theme === localStorage.getItem(STORED)) ?? 'auto';

/** Draws the page in the chosen theme. Every colour of the style sheet has two values, of which the scheme selects one. */
export const applyTheme = (): void => {
  document.documentElement.style.colorScheme = SCHEMES[storedTheme()];
};

/** Chooses a theme. */
export const setTheme = (theme: Theme): void => {
  localStorage.setItem(STORED, theme);
  applyTheme();
};
