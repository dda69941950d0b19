/** Values that fight back when they are looked at, or never end. */
export function hostileValues(): Readonly<Record<string, unknown>> {
  return {
    'an object that contains itself': withItself(),
    'a list that contains itself': listWithItself(),
    'an object nested 100000 deep': nested((inner) => ({ a: inner })),
    'a list nested 100000 deep': nested((inner) => [inner]),
    'an object with 2^40 ways through it': Array.from({ length: 40 }).reduce((inner) => ({ a: inner, b: inner }), {}),
    'a list with 2^40 ways through it': Array.from({ length: 40 }).reduce((inner) => [inner, inner], 'x'),
    'a list of four billion holes': new Array(2 ** 32 - 1),
    'a list of a million': new Array(1_000_000).fill('x'),
    'an object whose members throw': throwingMembers(),
    'an object that throws what throws': throwsWhatThrows(),
    'an object that cannot become text': unprintable(),
    'a proxy that refuses everything': refusingProxy({}),
    'a proxy of a list that refuses everything': refusingProxy([]),
    'a revoked proxy': revokedProxy({}),
    'a revoked proxy of a list': revokedProxy([]),
    'a proxy without an end': endlessProxy(),
    'an object with another prototype': Object.create({ kubernetes: { maxPods: 1 }, 'max-pods': 1 }) as object,
    'an object with symbols as keys': { [Symbol('a')]: 1, [Symbol.toStringTag]: 'x' },
    'an object with the keys of JavaScript': JSON.parse(
      '{"__proto__": {"a": 1}, "constructor": {"prototype": 1}, "prototype": 1, "hasOwnProperty": 1, "toString": 1}',
    ) as object,
    'a symbol': Symbol('x'),
    'a function': () => 1,
    'a class': class {},
    'a generator': (function* () {
      yield 1;
    })(),
    'a promise': Promise.resolve(1),
    'a date': new Date(0),
    'a date that is none': new Date(NaN),
    'a pattern': /x/g,
    'an error': new Error('x'),
    'a map': new Map([['kubernetes', 1]]),
    'a set': new Set([1]),
    'a weak map': new WeakMap(),
    bytes: new Uint8Array(3),
    'a buffer': new ArrayBuffer(3),
    'boxed text': Object('x') as object,
    'a boxed number': Object(1) as object,
    'a boxed symbol': Object(Symbol('x')) as object,
    'a large integer': 2n ** 70n,
    'a large number': 1e300,
    'not a number': NaN,
    infinity: -Infinity,
    'minus zero': -0,
    null: null,
    undefined,
    'half a character': '\ud800',
    'a text of a million': 'x'.repeat(1_000_000),
    'all of JavaScript': globalThis,
  };
}

function withItself(): object {
  const result: Record<string, unknown> = { a: 1 };
  ['self', 'kubernetes', 'nodeLabels', 'node-labels', 'admin'].forEach((key) => (result[key] = result));
  return result;
}

function listWithItself(): unknown[] {
  const result: unknown[] = [];
  result.push(result, result);
  return result;
}

function nested(around: (inner: unknown) => unknown): unknown {
  let result: unknown = 1;
  for (let depth = 0; depth < 100_000; depth++) {
    result = around(result);
  }
  return result;
}

function throwingMembers(): object {
  const fail = (): never => {
    throw new Error('no');
  };
  const result = {};
  for (const key of ['a', 'kubernetes', 'maxPods', 'max-pods', 'resolve', 'then', 'toJSON', 'length', '0']) {
    Object.defineProperty(result, key, { get: fail, enumerable: true });
  }
  return result;
}

function throwsWhatThrows(): object {
  return {
    get a(): unknown {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is what is tested
      throw unprintable();
    },
  };
}

function unprintable(): object {
  const fail = (): never => {
    throw new Error('no');
  };
  return { toString: fail, toJSON: fail, valueOf: fail, [Symbol.toPrimitive]: fail };
}

function refusingProxy(target: object): object {
  const fail = (): never => {
    throw new Error('no');
  };
  return new Proxy(target, {
    get: fail,
    has: fail,
    ownKeys: fail,
    getPrototypeOf: fail,
    getOwnPropertyDescriptor: fail,
  });
}

function revokedProxy(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Whatever is asked for, it has it, and it is the same again. */
function endlessProxy(): object {
  const proxy: object = new Proxy(
    {},
    {
      get: (_, key) => (typeof key === 'symbol' || key === 'toJSON' || key === 'resolve' ? undefined : proxy),
      ownKeys: () => ['a', 'kubernetes', 'node-labels'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: proxy }),
    },
  );
  return proxy;
}
