import { nn, type Tensor, torch } from "@/lib/autograd";

/** The source's net, written as in PyTorch. */
export class Net extends nn.Module {
  linear1 = new nn.Linear(2, 2);
  linear2 = new nn.Linear(2, 2);

  constructor() {
    super();
    torch.noGrad(() => {
      this.linear1.weight.copy_(
        torch.tensor([
          [0.15, 0.2],
          [0.25, 0.3],
        ]),
      );
      this.linear1.bias.copy_(torch.tensor([0.35, 0.35]));
      this.linear2.weight.copy_(
        torch.tensor([
          [0.4, 0.45],
          [0.5, 0.55],
        ]),
      );
      this.linear2.bias.copy_(torch.tensor([0.6, 0.6]));
    });
  }

  override forward(x: Tensor): Tensor {
    x = torch.sigmoid(this.linear1(x));
    x = torch.sigmoid(this.linear2(x));
    return x;
  }
}
