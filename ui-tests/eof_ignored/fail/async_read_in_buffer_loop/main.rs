//@ expect: eof_ignored
//@ effect: spin

mod wire;

use tokio::io::AsyncWriteExt;
use wire::Wire;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    for bytes in [&b"\x03abc"[..], b"\x05ab"] {
        let (local, mut remote) = tokio::io::duplex(64);
        remote.write_all(bytes).await?;
        drop(remote);
        let mut wire = Wire::new(local);
        match wire.frame().await {
            Ok(frame) => println!("{}", String::from_utf8_lossy(&frame)),
            Err(err) => println!("{err}"),
        }
    }
    Ok(())
}
