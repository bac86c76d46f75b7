/// A value that is not taken apart before the process ends. The system takes back the memory of a
/// whole program at once; letting go of every node of it takes longer than judging a letter.
func keptToTheEnd<Value>(_ value: Value) -> Value { Kept(value).value }

/// Holds itself, and with that the value.
private final class Kept<Value> {
  let value: Value
  private var itself: Kept?

  init(_ value: Value) {
    self.value = value
    itself = self
  }
}
