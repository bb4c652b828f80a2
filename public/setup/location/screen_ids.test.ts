import { toScreenId } from './screen_ids';

test.each([
  ['sign_in', 'sign_in'],
  ['plan', 'plan'],
  ['connect', 'sign_in'],
  ['model', 'plan'],
  ['resource', 'plan'],
  ['connector', 'plan'],
  ['target', 'plan'],
  ['review', 'plan'],
  ['set_up', 'plan'],
  ['done', 'plan'],
])('a link with step=%s leads to the screen %s', (step, screen) => {
  expect(toScreenId(step)).toBe(screen);
});

test.each(['', 'nowhere', 'toString', null, undefined])(
  'a link with step=%p names no screen',
  (step) => {
    expect(toScreenId(step)).toBeUndefined();
  },
);
