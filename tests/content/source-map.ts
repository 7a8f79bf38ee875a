/**
 * What the source document says, in its order, and where the course says it. The words are what must be found in that
 * section, in each language; `difference` means that they stand in a note on how the course differs from the source.
 */

export interface Statement {
  /** What the source says, shows or computes. */
  what: string;
  /** `chapter#section` */
  at: string;
  zh: readonly string[];
  en: readonly string[];
  difference?: true;
}

/** The same words in both languages: formulas, numbers, programs, tags. */
const both = (...words: string[]) => ({ zh: words, en: words });

const FIRST_PART: Statement[] = [
  {
    what: "goals: gradient descent, the chain rule, back-propagation",
    at: "five-minutes#next",
    ...both("../gradient-descent/", "../chain-rule/", "../backpropagation/"),
  },
  {
    what: "networks of many layers learn far more than those of one",
    at: "forward-pass#xor",
    zh: ["多层网络的学习能力比单层强得多"],
    en: ["networks with many layers learn far more than those with one"],
    difference: true,
  },
  {
    what: "they need a stronger algorithm, and back-propagation is the most successful",
    at: "forward-pass#next",
    zh: ["多层网络的训练几乎全靠它"],
    en: ["Nearly all networks with more than one layer are trained with it"],
  },
  {
    what: "it is not only for feed-forward networks",
    at: "forward-pass#next",
    zh: ["它并不限于这里的前馈网络"],
    en: ["It is not limited to feed-forward networks"],
  },
  {
    what: "a “BP network” is a feed-forward network trained with it",
    at: "forward-pass#next",
    zh: ["“BP网络”"],
    en: ["“BP network”"],
  },
];

const DESCENT: Statement[] = [
  {
    what: "gradient descent looks for the smallest loss",
    at: "gradient-descent#stop",
    zh: ["把函数降到最小"],
    en: ["following it minimises the function"],
    difference: true,
  },
  {
    what: "the gradient is the direction of fastest increase",
    at: "gradient-descent#slope",
    zh: ["此时此地上升最快的方向"],
    en: ["In the direction of fastest increase"],
  },
  {
    what: "its opposite is the direction of fastest decrease",
    at: "gradient-descent#steepest",
    zh: ["此时此地"],
    en: ["here and now"],
  },
  {
    what: "formula: the new weight",
    at: "gradient-descent#many",
    ...both("w_{ij}^{\\text{new}} = w_{ij}^{\\text{old}} - \\eta\\, \\frac{\\partial E}{\\partial w_{ij}}"),
  },
  {
    what: "η too small: training takes long",
    at: "learning-rate#regimes",
    zh: ["慢慢靠近，慢得像没有动"],
    en: ["creeps closer, hardly moving"],
  },
  {
    what: "η too large: the best point is skipped, training never ends",
    at: "learning-rate#curvature",
    zh: ["跳过最优解，进入无限的训练"],
    en: ["skip the best point and enter an endless training"],
    difference: true,
  },
  {
    what: "the remedy: η changes during training",
    at: "learning-rate#too-fast",
    zh: ["让学习率随着训练的进行而变化"],
    en: ["let the rate change as training goes on"],
    difference: true,
  },
  {
    what: "figure: steps too small and too large in a bowl",
    at: "learning-rate#regimes",
    ...both('<Figure name="learning-rate"'),
  },
];

const COUNTING: Statement[] = [
  { what: "epoch", at: "epochs-and-batches#words", zh: ["**轮**（Epoch）"], en: ["**epoch**"] },
  { what: "batch", at: "epochs-and-batches#words", zh: ["**批**（Batch）"], en: ["**batch**"] },
  { what: "iteration", at: "epochs-and-batches#words", zh: ["**迭代**（Iteration）"], en: ["**iteration**"] },
  {
    what: "batch, said to be an update",
    at: "epochs-and-batches#words",
    zh: ["原文把Batch说成"],
    en: ["The source calls a batch an update"],
    difference: true,
  },
  {
    what: "table: BGD, SGD, mini-batch",
    at: "epochs-and-batches#counting",
    ...both("BGD", "SGD", "Mini-batch", "\\lceil N/B \\rceil"),
  },
  {
    what: "note: N/B + 1 is for what does not divide",
    at: "epochs-and-batches#counting",
    ...both("N/B + 1", "\\lfloor N/B \\rfloor + 1", "51200/256 = 200"),
    difference: true,
  },
  {
    what: "example: 50000 samples in batches of 256",
    at: "epochs-and-batches#counting",
    ...both("50000", "256", "196", "1960"),
  },
  {
    what: "the mean of the batches' means is not the mean of all",
    at: "epochs-and-batches#last-batch",
    ...both("9.5", "drop_last"),
  },
];

const FORWARD_AND_CHAIN: Statement[] = [
  {
    what: "back-propagation with gradient descent trains all weights",
    at: "backpropagation#three-steps",
    zh: ["**反向。**", "**更新。**"],
    en: ["**Backward.**", "**Update.**"],
  },
  {
    what: "figure: forward through the layers; values go from layer to layer up to the output",
    at: "forward-pass#network",
    ...both('<Figure name="forward"', '<Figure name="network"'),
  },
  {
    what: "the error that remains is the loss function",
    at: "forward-pass#surface",
    zh: ["“便是损失函数”"],
    en: ["“is the loss function”"],
    difference: true,
  },
  {
    what: "from the back, the partial derivatives of all parameters",
    at: "forward-pass#next",
    zh: ["从后往前，一步一步求偏导数"],
    en: ["find these partial derivatives is **backpropagation**"],
  },
  {
    what: "figure: the error flows back",
    at: "backpropagation#three-steps",
    ...both('<Figure name="error-flow"'),
  },
  {
    what: "an involved function is taken apart into elementary ones",
    at: "chain-rule#six-steps",
    zh: ["其实只有六步"],
    en: ["it is six steps"],
  },
  {
    what: "formula: the neuron",
    at: "chain-rule#six-steps",
    ...both("f(x; w, b) = \\frac{1}{\\exp(-(wx + b)) + 1}"),
  },
  {
    what: "graph and table: the six steps and their derivatives",
    at: "chain-rule#six-steps",
    ...both(
      '<Figure name="chain" state="x:1,w:0,b:0',
      "| $h_1 = x \\cdot w$",
      "| $h_2 = h_1 + b$",
      "| $h_3 = -h_2$",
      "| $h_4 = \\exp(h_3)$",
      "| $h_5 = h_4 + 1$",
      "| $h_6 = 1/h_5$",
      "\\partial h_6/\\partial h_5 = -1/h_5^2",
    ),
  },
  {
    what: "formulas: ∂f/∂w and ∂f/∂b as products",
    at: "chain-rule#six-steps",
    ...both(
      "\\frac{\\partial f}{\\partial h_6} \\cdot \\frac{\\partial h_6}{\\partial h_5}",
      "\\partial h_2 / \\partial b",
    ),
  },
  {
    what: "value: 0.25 at x = 1, w = 0, b = 0",
    at: "chain-rule#six-steps",
    ...both("1 \\cdot (-0.25) \\cdot 1 \\cdot 1 \\cdot (-1) \\cdot 1 \\cdot 1 = 0.25"),
  },
  {
    what: "the derivative is the product along the path",
    at: "chain-rule#forks",
    zh: ["这只在路径**唯一**时成立"],
    en: ["only where there is a **single** path"],
    difference: true,
  },
  {
    what: "table: derivatives of common functions",
    at: "chain-rule#table",
    ...both(
      ...["| $c$ | $0$ |", "$n x^{n-1}$", "| $e^x$ | $e^x$ |", "$a^x \\ln a$", "| $\\ln x$ | $1/x$ |"],
      ...["$1/(x \\ln a)$", "$\\cos x$", "$-\\sin x$", "$1/\\cos^2 x$", "$\\sigma(x)(1 - \\sigma(x))$"],
      ...["$1 - \\tanh^2 x$", "$\\text{ReLU}(x)$", "f' + g'", "f' g + f g'", "(f' g - f g')/g^2"],
      ...["f'(g(x)) \\cdot g'(x)", '<Figure name="derivatives"'],
    ),
  },
];

const BACKWARD: Statement[] = [
  {
    what: "it computes gradients, adjusts parameters, and is a learning algorithm",
    at: "backpropagation#three-steps",
    zh: ["原文把反向传播称为学习算法"],
    en: ["The source calls backpropagation a learning algorithm"],
    difference: true,
  },
  {
    what: "figure: the 2-2-2 network with its numbers",
    at: "backpropagation#network",
    ...both(
      ...['<Figure name="network"', "i_1 = 0.05", "i_2 = 0.10", "t_1 = 0.01", "t_2 = 0.99"],
      ...["w_1 = 0.15", "w_2 = 0.20", "w_3 = 0.25", "w_4 = 0.30", "b_{h1} = 0.35"],
      ...["w_5 = 0.40", "w_6 = 0.45", "w_7 = 0.50", "w_8 = 0.55", "b_{o1} = 0.60"],
    ),
  },
  {
    what: "the drawing shares one bias per layer, the program does not",
    at: "backpropagation#network",
    zh: ["一共10个参数", "一共12个参数"],
    en: ["ten parameters", "twelve"],
    difference: true,
  },
  {
    what: "formulas: net, out, E, with their values",
    at: "backpropagation#forward",
    ...both(
      "\\text{net}_{h1}",
      "\\text{out}_{h1}",
      "0.593269992",
      "0.751365070",
      "0.772928465",
      "0.298371109",
    ),
  },
  {
    what: "the order of output and target, and the factor ½",
    at: "backpropagation#forward",
    ...both("$(o-t)^2$", "½"),
    difference: true,
  },
  { what: "gradient of w5", at: "backpropagation#w5", ...both("0.741365070", "0.186815602", "0.082167041") },
  { what: "gradient of w7", at: "backpropagation#w7", ...both("-0.022602540") },
  { what: "gradient of w1", at: "backpropagation#w1", ...both("0.000438568", "0.00066840", "0.00022983") },
  {
    what: "one path or several, in the example itself",
    at: "backpropagation#w1",
    zh: ["只在路径唯一时成立"],
    en: ["That holds for a single path"],
    difference: true,
  },
  {
    what: "update with η = 0.5, and the new loss",
    at: "backpropagation#update",
    ...both("\\eta = 0.5", "0.358916480", "0.511301270", "0.149780716", "0.280471447"),
  },
  {
    what: "the program, and what it prints",
    at: "backpropagation#program",
    ...both(
      ...["class Net(nn.Module):", "super().__init__()", "torch.sigmoid(self.linear1(x))"],
      ...["torch.tensor([[0.05, 0.10]])", "torch.tensor([[0.01, 0.99]])", "torch.sum(difference ** 2) / 2"],
      ...["optim.SGD(", "lr=0.5", "optimizer.zero_grad()", "loss.backward()", "optimizer.step()"],
      ...["net.state_dict()", "[[0.7514, 0.7729]]", "0.2984", "class Net extends nn.Module"],
    ),
  },
  {
    what: "slips and old habits of the program",
    at: "backpropagation#program",
    ...both(".data", "copy_", "SigmoidBackward0", "linear1", "optim.SGD", "nn.MSELoss()"),
    difference: true,
  },
  {
    what: "all gradients, and all parameters after the step",
    at: "backpropagation#gradients",
    ...both(
      ...["0.000438568", "0.000877135", "0.000497713", "0.000995425", "0.008771355", "0.009954255"],
      ...["0.082167041", "0.082667628", "−0.022602540", "−0.022740242", "0.138498562", "−0.038098237"],
      ...["0.149780716", "0.199561432", "0.249751144", "0.299502287", "0.345614323", "0.345022873"],
      ...["0.358916480", "0.408666186", "0.511301270", "0.561370121", "0.530750719", "0.619049118"],
    ),
  },
  {
    what: "the loss after one step, by what is done with the biases; the famous number",
    at: "backpropagation#order",
    ...both("0.291027924", "0.291027774", "0.285750887", "0.280471447"),
  },
  {
    what: "whether gradients come before updates is not said",
    at: "backpropagation#order",
    ...both("0.015912196", "0.984065734", "0.000035085", "0.0000351085"),
    difference: true,
  },
  {
    what: "the loss after 1, 10, 100, 1000, 10 000 steps",
    at: "backpropagation#training",
    ...both("0.280471447", "0.125527038", "0.006083131", "0.000270705", "0.00000244756"),
  },
  {
    what: "summary: the chain rule finds the gradients, gradient descent updates",
    at: "backpropagation#recap",
    zh: ["更新交给优化器"],
    en: ["Update: the optimiser's"],
  },
];

export const SOURCE_MAP: readonly Statement[] = [
  ...FIRST_PART,
  ...DESCENT,
  ...COUNTING,
  ...FORWARD_AND_CHAIN,
  ...BACKWARD,
];
