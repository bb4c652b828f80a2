/** The Kibana version that is built for, and played by the embedded host, when none is named. */
export const defaultKibanaVersion = '9.4.0';
