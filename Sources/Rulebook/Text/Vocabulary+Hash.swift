import Casebook
import Values

extension Vocabulary {
  /// Tells vocabularies apart whose programs could differ.
  var hash: UInt64 {
    var hash = ContentHash()
    for word in words { hash.add(word.key) }
    for kind in kinds {
      hash.add(kind.name)
      for field in kind.fields { hash.add(field.word.rawValue) }
    }
    for list in choiceLists {
      hash.add(list.name)
      for value in list.values { hash.add(value) }
    }
    return hash.value
  }
}
