/** Re-exported as one of Kibana's shared modules; its types are not used. */
declare module 'react-router-dom';
