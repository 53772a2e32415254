use crate::client::Client;

struct Connection {
    client: Client,
}

impl Connection {
    fn open() -> Connection {
        Connection { client: Client::connect() }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.client.close();
    }
}

pub fn talk(politely: bool) -> Option<u64> {
    let connection = Connection::open();
    let id = connection.client.subscribe("orders.*");
    if politely {
        connection.client.close();
    }
    id
}
