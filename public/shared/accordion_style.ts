/**
 * The style of an open accordion. Disables EUI's animation, because focusing a field during it scrolls wrongly. Nested
 * accordions keep theirs.
 */
export const atOnce = {
  '& > .euiAccordion__childWrapper': {
    blockSize: 'auto !important',
    overflow: 'visible',
    transition: 'none !important',
  },
} as const;
