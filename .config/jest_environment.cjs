const { TestEnvironment } = require('jest-environment-node');

const testsOf = ({ children }) =>
  children.flatMap((child) => (child.type === 'test' ? [child] : testsOf(child)));

/**
 * Reports why a `beforeAll` or `beforeEach` failed, without the errors of the hooks after it, which miss what it would
 * have started.
 */
module.exports = class extends TestEnvironment {
  #beforeFailed = false;

  async setup() {
    await super.setup();
    // Node's default. Jest sets 100 frames, whose source maps it reads for each stack that a client looks at.
    this.global.Error.stackTraceLimit = 10;
  }

  handleTestEvent({ name, hook, test, describeBlock }, { unhandledErrors }) {
    if (name !== 'hook_failure') return;
    if (!this.#beforeFailed) this.#beforeFailed = hook.type.startsWith('before');
    else if (hook.type === 'afterAll') unhandledErrors.pop();
    else {
      for (const { errors } of test ? [test] : testsOf(describeBlock)) {
        if (errors.length > 1) errors.pop();
      }
    }
  }
};
