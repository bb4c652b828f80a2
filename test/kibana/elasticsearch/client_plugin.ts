/** The server of a test plugin that calls the real client as the person, and returns the result. */
export const clientPlugin = `
exports.plugin = () => ({
  setup(core, deps) {
    const privilege = { app: ['testPlugin'], api: ['test_manage'], ui: [], savedObject: { all: [], read: [] } };
    deps.features.registerKibanaFeature({
      id: 'testPlugin', name: 'Test', category: { id: 'management', label: 'Management' }, app: ['testPlugin'],
      privileges: { all: privilege, read: privilege },
    });
    const collected = (stream) => new Promise((resolve, reject) => {
      const events = [];
      stream.subscribe({ next: (event) => events.push(event), error: reject, complete: () => resolve(events) });
    });
    const call = async (request) => {
      const [start, { inference }] = await core.getStartServices();
      const { api, args } = request.body;
      const client = start.elasticsearch.client.asScoped(request).asCurrentUser;
      const [group, name] = api.split('.');
      if (group === 'chat') {
        const answer = inference.getClient({ request }).chatComplete(args[0]);
        return args[0].stream ? collected(answer) : answer;
      }
      if (group === 'list') return inference[name](...args, request);
      return name ? client[group][name](...args) : client[group](...args);
    };
    core.http.createRouter().versioned.post({
      path: '/internal/test/call', access: 'internal', security: { authz: { enabled: false, reason: 'a test' } },
    }).addVersion(
      { version: '1', validate: { request: { body: (data, { ok }) => ok(data) } } },
      async (context, request, response) => {
        try {
          return response.ok({ body: { value: await call(request) } });
        } catch (error) {
          const { name, message, statusCode, code, meta } = error;
          const kept = meta && (meta.body ? { body: meta.body } : { status: meta.status });
          return response.ok({ body: { error: { name, message, statusCode, code, ...kept } } });
        }
      },
    );
  },
  start() {},
});
`;
