import { jsonLines } from './json_lines';

describe('JSON lines', () => {
  it('are empty when the file has just been created', () => expect(jsonLines('')).toEqual([]));

  it('leave out a line that is still being written', () =>
    expect(jsonLines('{"n":1}\n{"n":2}\n{"n"')).toEqual([{ n: 1 }, { n: 2 }]));
});
