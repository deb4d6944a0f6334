"""The command line: train a model, and say how good it is."""

import argparse


def main() -> None:
    parser = argparse.ArgumentParser(prog="recommendations")
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train a model on past orders")
    train.add_argument("--sample", type=float, default=1.0, help="share of fans")
    options = parser.parse_args()
    print(f"training on {options.sample:.0%} of all fans")
