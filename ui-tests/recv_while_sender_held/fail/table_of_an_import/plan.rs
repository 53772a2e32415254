#[derive(Debug, Default)]
pub struct Plan {
    pub workers: usize,
    pub width: usize,
}

impl Plan {
    /// From words like `width=12`; what is not known is left out.
    pub fn parse(text: &str) -> Plan {
        let mut plan = Plan::default();
        for word in text.split_whitespace() {
            let Some((name, value)) = word.split_once('=') else { continue };
            let value = value.parse().unwrap_or(1);
            match name {
                "workers" => plan.workers = value,
                "width" => plan.width = value,
                other => eprintln!("no such setting: {other}"),
            }
        }
        plan
    }
}
