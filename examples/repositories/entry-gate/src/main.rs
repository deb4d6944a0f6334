mod decide;

use decide::{decide, Scan, Verdict};

fn main() {
    let scan = Scan {
        ticket: 1,
        entrance: 'A',
    };
    match decide(&scan, |_| None) {
        Verdict::Welcome => println!("welcome"),
        refused => println!("{refused:?}"),
    }
}
