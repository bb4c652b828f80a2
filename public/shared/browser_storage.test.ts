import { loadFromTab, saveInTab } from './browser_storage';

afterEach(() => {
  jest.restoreAllMocks();
  sessionStorage.clear();
});

const failWith = (error: Error) => {
  const fail = () => {
    throw error;
  };
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(fail);
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(fail);
};

describe('the storage of a tab', () => {
  it('keeps a value until it is deleted', () => {
    saveInTab('key', { values: [1] });
    expect(loadFromTab('key')).toEqual({ values: [1] });
    saveInTab('key', undefined);
    expect(loadFromTab('key')).toBeUndefined();
  });

  it('has no value when the stored text is not JSON', () => {
    sessionStorage.setItem('key', '{');
    expect(loadFromTab('key')).toBeUndefined();
  });

  it('has no value when the browser blocks it', () => {
    failWith(new DOMException('blocked', 'SecurityError'));
    saveInTab('key', 1);
    expect(loadFromTab('key')).toBeUndefined();
  });

  it('throws errors that are not from the storage', () => {
    failWith(new TypeError('a bug'));
    expect(() => saveInTab('key', 1)).toThrow('a bug');
    expect(() => loadFromTab('key')).toThrow('a bug');
  });
});
