export { jsx as __jsx } from '@emotion/react';
export { Fragment as __Fragment } from 'react';
