import { render, screen } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import { lazyPart } from './lazy_part';

// While a part loads, React hides the rest of its boundary, and hidden elements lose the focus.
test('lazyPart leaves what is beside it visible and focused while it loads', async () => {
  let load = (_part: () => JSX.Element) => {};
  const Part = lazyPart(
    () => new Promise<() => JSX.Element>((resolve) => (load = resolve)),
    'wait',
  );
  const element = (isOpen: boolean) => (
    <>
      <button>Open</button>
      {isOpen && <Part />}
    </>
  );
  const { rerender } = render(element(false));
  screen.getByRole('button').focus();
  rerender(element(true));
  expect(screen.getByText('wait')).toBeVisible();
  expect(screen.getByRole('button')).toBeVisible();
  expect(screen.getByRole('button')).toHaveFocus();
  await act(async () => load(() => <p>Loaded</p>));
  expect(await screen.findByText('Loaded')).toBeVisible();
  expect(screen.queryByText('wait')).not.toBeInTheDocument();
});

test('lazyPart says that a part could not be loaded', async () => {
  const Part = lazyPart(() => Promise.reject(new TypeError('Failed to fetch')));
  render(<Part />);
  expect(await screen.findByTestId('laterFailed')).toBeVisible();
});
