mod shard;

use shard::Shard;

fn main() {
    let mut shard = Shard::new(["B-12-7", "B-12-8"]);
    match shard.hold("order-1", &["B-12-7"]) {
        Ok(()) => println!("held"),
        Err(taken) => println!("taken: {taken}"),
    }
}
