/** Only handed on, as one of Kibana's shared modules; nobody uses its types here. */
declare module 'react-router-dom';
