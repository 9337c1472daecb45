// What office.js uses of the MicrosoftAjax.js that it loads from the network; our own, for tests only.
(() => {
  const kinds = new Map([
    [String, 'string'],
    [Number, 'number'],
    [Boolean, 'boolean'],
    [Function, 'function'],
  ]);

  function fits(value, type) {
    if (!type) return true;
    const kind = kinds.get(type);
    if (kind) return typeof value === kind;
    return type === Object ? typeof value === 'object' || typeof value === 'function' : value instanceof type;
  }

  function check(value, spec, name = spec.name) {
    if (value === undefined) return spec.optional || spec.mayBeNull ? null : Error.argumentUndefined(name);
    if (value === null) return spec.mayBeNull ? null : Error.argumentNull(name);
    return fits(value, spec.type) ? null : Error.argumentType(name);
  }

  window.Type = Function;
  Function.registerNamespace = (path) => {
    let at = window;
    for (const part of path.split('.')) {
      at[part] ??= {};
      at = at[part];
    }
  };
  Function.prototype.registerClass = function registerClass() {
    return this;
  };
  Function.createDelegate = (target, method) => method.bind(target);
  Function.emptyMethod = () => {};
  Function.emptyFunction = Function.emptyMethod;
  Function._validateParameter = check;
  Function._validateParams = (values, specs) =>
    specs.map((spec, at) => check(values[at], spec)).find((error) => error !== null) ?? null;

  for (const name of [
    'argument',
    'argumentNull',
    'argumentOutOfRange',
    'argumentType',
    'argumentUndefined',
    'invalidOperation',
    'notImplemented',
    'parameterCount',
    'format',
  ]) {
    Error[name] = (parameter, message) => Object.assign(new Error(`${name}: ${parameter} ${message ?? ''}`), { name });
  }
  Error.create = (message, facts) => Object.assign(new Error(message), facts, { popStackFrame() {} });
  Error.prototype.popStackFrame = () => {};
  String.format = (text, ...values) => text.replace(/\{(\d+)\}/g, (_, at) => values[Number(at)]);

  class StringBuilder {
    parts = [];
    append(part) {
      this.parts.push(part);
      return this;
    }
    toString() {
      return this.parts.join('');
    }
  }

  window.Sys = {
    StringBuilder,
    Debug: { trace() {}, assert() {}, fail() {} },
    Browser: { agent: 'Chrome', InternetExplorer: {}, Firefox: {}, Safari: {}, Opera: {} },
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse } },
    EventHandlerList: class {},
  };
})();
