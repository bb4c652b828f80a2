const chosen = 'embeddedKibana.darkMode';

/** What the person chose on this browser, else the server's setting or the system's, as in Kibana. */
export const isDarkMode = (fromServer: boolean): boolean => {
  const choice = window.localStorage.getItem(chosen);
  if (choice !== null) return choice === 'true';
  return fromServer || window.matchMedia('(prefers-color-scheme: dark)').matches;
};

/** Kibana's theme changes with the page: the apps are told once. */
export const setDarkMode = (darkMode: boolean): void => {
  window.localStorage.setItem(chosen, String(darkMode));
  window.location.reload();
};
