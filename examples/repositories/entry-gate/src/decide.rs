//! The decision at the gate. It must be possible without network, so it only looks at what is on this machine.

/// What a scanner has read.
pub struct Scan {
    pub ticket: u64,
    pub entrance: char,
}

/// What the gate knows about a ticket.
pub struct Known {
    pub entrance: char,
    pub used: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    Welcome,
    AlreadyUsed,
    WrongEntrance(char),
    Unknown,
}

/// Decides about a scan. A ticket that is not on the list is unknown, however good its signature is.
pub fn decide(scan: &Scan, find: impl Fn(u64) -> Option<Known>) -> Verdict {
    match find(scan.ticket) {
        None => Verdict::Unknown,
        Some(known) if known.used => Verdict::AlreadyUsed,
        Some(known) if known.entrance != scan.entrance => Verdict::WrongEntrance(known.entrance),
        Some(_) => Verdict::Welcome,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_gets_in_twice() {
        let scan = Scan { ticket: 7, entrance: 'B' };
        let known = |_| Some(Known { entrance: 'B', used: true });
        assert_eq!(decide(&scan, known), Verdict::AlreadyUsed);
    }
}
