/** The checks of the bank's programs, by the exercise's id: the texts of functions of `CheckTools`. */
export const CHECKS: Readonly<Record<string, string>> = {
  "code-gd": `
const ws = await call("gd", (w) => 2 * w, 4, 0.1, 3);
when(ws.length === 1, "todo");
when(ws.length !== 4, "length");
when(near(ws[1], 4.8), "uphill");
when(near(ws[1], 3.2) && near(ws[2], 2.4), "stale");
equal(ws, [4, 3.2, 2.56, 2.048], "wrong");
for (let i = 0; i < 3; i++) {
  const [w0, eta, target] = [random(), random(), random()];
  const once = await probe((w0, eta, target) => gd((w) => w - target, w0, eta, 1), w0, eta, target);
  equal(once, [w0, w0 - eta * (w0 - target)], "wrong");
}`,

  "code-decay": `
when(near(await call("lr", 30), 0.1), "const");
const five = await call("lr", 5);
when(near(five, 0.1 * 0.5 ** 0.5), "smooth");
when(near(five, 0.05), "round");
for (const [epoch, rate] of [[0, 0.1], [9, 0.1], [10, 0.05], [19, 0.05], [25, 0.025], [40, 0.00625]]) {
  equal(await call("lr", epoch), rate, "wrong", 1e-12);
}`,

  "code-batches": `
const ten = await call("batches", 10, 4);
when(ten.length === 0, "todo");
const all = ten.flat();
when(all.some((i) => i === undefined || i >= 10), "overrun");
when(all.length < 10, "dropped");
when(new Set(all).size !== 10, "repeat");
equal(ten, [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]], "wrong");
equal(await call("batches", 8, 4), [[0, 1, 2, 3], [4, 5, 6, 7]], "wrong");`,

  "code-forward": `
const A = [[0.4, -1.1], [0.7, 0.2]], a = [0.3, -0.2], B = [[1.3, 0.5], [-0.6, 0.9]], b = [0.1, 0.4];
const x = [0.8, -0.5], none = [0, 0];
const turn = (W) => W.map((_, i) => W.map((row) => row[i]));
const layer = (W, bias, v, f = sigmoid) => W.map((row, i) => f(row.reduce((sum, w, j) => sum + w * v[j], bias[i])));
const got = await call("forward", x, A, a, B, b);
when(near(got, none), "todo");
when(near(got, layer(turn(B), b, layer(turn(A), a, x))), "transpose");
when(near(got, layer(B, b, layer(A, a, x), (z) => z)), "noout");
when(near(got, layer(B, b, layer(A, a, x, (z) => z))), "nohidden");
when(near(got, layer(B, none, layer(A, none, x))), "nobias");
equal(got, layer(B, b, layer(A, a, x)), "wrong");`,

  "code-chain": `
const f = (x, w, b) => sigmoid(w * x + b);
for (const [x, w, b] of [[1, 0, 0], [2, 0.5, -1.3], [-3, 0.2, 0.4]]) {
  const expected = { dw: slope((w) => f(x, w, b), w), db: slope((b) => f(x, w, b), b) };
  const got = await call("grads", x, w, b);
  when(got.dw === 0 && got.db === 0, "todo");
  if (near(got, expected, 1e-6)) continue;
  when(near(got.dw, -expected.dw, 1e-6), "sign");
  when(near(got.dw, expected.db, 1e-6) && x !== 1, "nox");
  when(near(got.db, expected.dw, 1e-6), "dbx");
  equal(got, expected, "wrong", 1e-6);
}`,

  "code-step": `
const p = { W1: [[0.4, -1.1], [0.7, 0.2]], b1: [0.3, -0.2], W2: [[1.3, 0.5], [-0.6, 0.9]], b2: [0.1, 0.4] };
const x = [0.8, -0.5], t = [0.2, 0.9], eta = 0.7;
const layer = (W, b, v) => W.map((row, i) => sigmoid(row.reduce((sum, w, j) => sum + w * v[j], b[i])));
const loss = (q) => layer(q.W2, q.b2, layer(q.W1, q.b1, x)).reduce((sum, o, k) => sum + (o - t[k]) ** 2 / 2, 0);
const gradient = (name) => {
  const at = (path) => slope((v) => {
    const q = structuredClone(p);
    path.length === 1 ? (q[name][path[0]] = v) : (q[name][path[0]][path[1]] = v);
    return loss(q);
  }, path.length === 1 ? p[name][path[0]] : p[name][path[0]][path[1]]);
  return p[name].map((row, i) => (Array.isArray(row) ? row.map((_, j) => at([i, j])) : at([i])));
};
const r = await call("step", p, x, t, eta);
when(near(r, p, 0), "todo");
const minus = (a, b) => (Array.isArray(a) ? a.map((v, i) => minus(v, b[i])) : (a - b) / eta);
const got = (name) => minus(p[name], r[name]);
const ok = (name) => near(got(name), gradient(name), 1e-6);
when(!ok("W2") && near(got("W2")[0][0], -gradient("W2")[0][0], 1e-4), "sign");
when(!ok("W2"), "out");
when(!ok("b2"), "nobias");
if (!ok("W1")) {
  const h = layer(p.W1, p.b1, x), o = layer(p.W2, p.b2, h), d = o.map((v, k) => (v - t[k]) * v * (1 - v));
  const through = (back) => back * h[0] * (1 - h[0]) * x[0];
  const first = got("W1")[0][0];
  when(near(first, through(d[0] * p.W2[0][0]), 1e-5), "onepath");
  when(near(first, through(d[0] * r.W2[0][0] + d[1] * r.W2[1][0]), 1e-5), "updated");
  when(near(first, through(d[0] * p.W2[0][0] + d[1] * p.W2[0][1]), 1e-5), "transpose");
  when(true, "hidden");
}
when(!ok("b1"), "nobias");`,

  "code-tanh": `
class Value {
  grad = 0;
  push = () => {};
  constructor(data, from = []) { this.data = data; this.from = from; }
  add(other) {
    const out = new Value(this.data + other.data, [this, other]);
    out.push = () => { this.grad += out.grad; other.grad += out.grad; };
    return out;
  }
  mul(k) {
    const out = new Value(this.data * k, [this]);
    out.push = () => { this.grad += k * out.grad; };
    return out;
  }
  backward() {
    const order = [], visit = (v) => { if (!order.includes(v)) { v.from.forEach(visit); order.push(v); } };
    visit(this);
    this.grad = 1;
    for (const v of order.reverse()) v.push();
  }
}
const z = 0.7, y = Math.tanh(z), g = slope(Math.tanh, z);
const [value, alone] = await probe((Value, z) => {
  const a = new Value(z), o = tanh(a, Value);
  o.backward();
  return [o.data, a.grad];
}, Value, z);
when(alone === 0, "noback");
when(near(alone, 1 - z ** 2, 1e-6), "input");
when(near(alone, y * (1 - y), 1e-6), "sigmoid");
equal([value, alone], [y, g], "wrong", 1e-6);
const scaled = await probe((Value, z) => {
  const a = new Value(z);
  tanh(a, Value).mul(3).backward();
  return a.grad;
}, Value, z);
when(!near(scaled, 3 * g, 1e-6), "upstream");
const twice = await probe((Value, z) => {
  const a = new Value(z);
  tanh(a, Value).add(a).backward();
  return a.grad;
}, Value, z);
when(!near(twice, g + 1, 1e-6), "assign");`,

  "code-init": `
const { rows, draws } = await probe((nIn, nOut) => {
  let draws = 0;
  const rows = init(nIn, nOut, () => 1 + ++draws * 1e-6);
  return { rows, draws };
}, 8, 3);
when(draws === 0, "const");
when(rows.length === 8 && rows[0].length === 3, "shape");
when(draws < 24, "shared");
const first = rows[0][0];
when(near(first, 2 / 8, 1e-3), "variance");
when(near(first, Math.sqrt(1 / 8), 1e-3), "xavier");
when(near(first, Math.sqrt(2 / 3), 1e-3), "fanout");
equal(rows, Array.from({ length: 3 }, () => Array(8).fill(Math.sqrt(2 / 8))), "wrong", 1e-3);`,

  "code-momentum": `
const one = await probe(() => {
  const step = makeMomentum(0.1, 0.9), first = step(0, 1);
  return [first, step(first, 1)];
});
when(near(one[0], 0.1), "sign");
when(near(one[0], -0.01), "ema");
when(near(one[1], -0.2), "nomem");
const other = await probe(() => makeMomentum(0.1, 0.9)(0, 1));
when(!near(other, -0.1), "shared");
equal(one, [-0.1, -0.29], "wrong");
const still = await probe(() => {
  const step = makeMomentum(0.5, 0.2);
  return [step(1, 4), step(1, 0), step(1, 0)];
});
equal(still, [-1, 0.6, 0.92], "wrong");`,
};
