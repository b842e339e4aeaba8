"""The driver of a kernel, in LLVM's own language: a block of households at a time, one loop after the other.

It knows nothing of the law. It tells each entity's rows, moves the columns on to the block, and calls the loops. Beside it stand two things
that every loop does in the end: fill all rows with one value, and look whether values differ.
"""

from typing import Final

DRIVER_NAME: Final = "drive"

# drive(first, last, block, entities, n, columns, n, loops, n, frame)
#   entities: rows of 4 numbers: address of the starts; places of the number of rows, the starts in the block, the owners
#   columns: rows of 4 numbers: place; entity (-1: the household); address; bytes a row
#   loops: rows of 2 numbers: address of the code; address of the list of its places
_OF_A_WIDTH = """
define void @fill_KIND(ptr %out, i64 %rows, KIND %value) {
entry:
  br label %asked
asked:
  %row = phi i64 [ 0, %entry ], [ %next, %put ]
  %more = icmp slt i64 %row, %rows
  br i1 %more, label %put, label %done
put:
  %place = getelementptr KIND, ptr %out, i64 %row
  store KIND %value, ptr %place
  %next = add i64 %row, 1
  br label %asked
done:
  ret void
}

define i64 @differ_KIND(ptr %out, i64 %rows) {
entry:
  %first = load KIND, ptr %out
  br label %asked
asked:
  %row = phi i64 [ 0, %entry ], [ %next, %look ]
  %apart = phi KIND [ 0, %entry ], [ %found, %look ]
  %more = icmp slt i64 %row, %rows
  br i1 %more, label %look, label %done
look:
  %place = getelementptr KIND, ptr %out, i64 %row
  %value = load KIND, ptr %place
  %other = xor KIND %value, %first
  %found = or KIND %apart, %other
  %next = add i64 %row, 1
  br label %asked
done:
  %differ = icmp ne KIND %apart, 0
  %answer = zext i1 %differ to i64
  ret i64 %answer
}
"""


def _read(name: str, of: str, number: str | int, kind: str = "i64") -> str:
    """The text that reads the entry `number` of a row of 64-bit entries into a name."""
    return f"%{name}_at = getelementptr i64, ptr %{of}, i64 {number}\n  %{name} = load {kind}, ptr %{name}_at"


DRIVER: Final = (
    "".join(_OF_A_WIDTH.replace("KIND", kind) for kind in ("i8", "i64"))
    + f"""
define void @drive(i64 %first, i64 %last, i64 %size, ptr %entities, i64 %n_entities, ptr %columns, i64 %n_columns,
                   ptr %loops, i64 %n_loops, ptr %frame) {{
entry:
  br label %blocks
blocks:
  %block = phi i64 [ %first, %entry ], [ %end, %next ]
  %more = icmp slt i64 %block, %last
  br i1 %more, label %begin, label %out
begin:
  %far = add i64 %block, %size
  %over = icmp sgt i64 %far, %last
  %end = select i1 %over, i64 %last, i64 %far
  %n_households = sub i64 %end, %block
  store i64 %n_households, ptr %frame
  br label %entity
entity:
  %e = phi i64 [ 0, %begin ], [ %e_next, %told ]
  %e_more = icmp slt i64 %e, %n_entities
  br i1 %e_more, label %tell, label %column
tell:
  %e_begin = mul i64 %e, 4
  %e_row = getelementptr i64, ptr %entities, i64 %e_begin
  {_read("starts", "e_row", 0, "ptr")}
  {_read("rows_place", "e_row", 1)}
  {_read("begins_place", "e_row", 2)}
  {_read("begins", "frame", "%begins_place", "ptr")}
  {_read("owners_place", "e_row", 3)}
  {_read("owners", "frame", "%owners_place", "ptr")}
  {_read("base", "starts", "%block")}
  br label %household
household:
  %h = phi i64 [ 0, %tell ], [ %h_next, %owned ]
  %row = phi i64 [ 0, %tell ], [ %row_end, %owned ]
  %h_place = getelementptr i64, ptr %begins, i64 %h
  store i64 %row, ptr %h_place
  %h_more = icmp slt i64 %h, %n_households
  br i1 %h_more, label %own, label %told
own:
  %h_next = add i64 %h, 1
  {_read("end_row", "base_at", "%h_next")}
  %row_end = sub i64 %end_row, %base
  %h_short = trunc i64 %h to i32
  br label %owning
owning:
  %r = phi i64 [ %row, %own ], [ %r_next, %owns ]
  %r_more = icmp slt i64 %r, %row_end
  br i1 %r_more, label %owns, label %owned
owns:
  %r_place = getelementptr i32, ptr %owners, i64 %r
  store i32 %h_short, ptr %r_place
  %r_next = add i64 %r, 1
  br label %owning
owned:
  br label %household
told:
  %rows_slot = getelementptr i64, ptr %frame, i64 %rows_place
  store i64 %row, ptr %rows_slot
  %e_next = add i64 %e, 1
  br label %entity
column:
  %c = phi i64 [ 0, %entity ], [ %c_next, %move ]
  %c_more = icmp slt i64 %c, %n_columns
  br i1 %c_more, label %move_which, label %loop
move_which:
  %c_begin = mul i64 %c, 4
  %c_row = getelementptr i64, ptr %columns, i64 %c_begin
  {_read("c_place", "c_row", 0)}
  {_read("c_entity", "c_row", 1)}
  {_read("c_address", "c_row", 2)}
  {_read("c_bytes", "c_row", 3)}
  %of_household = icmp slt i64 %c_entity, 0
  br i1 %of_household, label %move, label %of_entity
of_entity:
  %c_entity_begin = mul i64 %c_entity, 4
  {_read("c_starts", "entities", "%c_entity_begin", "ptr")}
  {_read("c_base", "c_starts", "%block")}
  br label %move
move:
  %from = phi i64 [ %block, %move_which ], [ %c_base, %of_entity ]
  %away = mul i64 %from, %c_bytes
  %moved = add i64 %c_address, %away
  %c_slot = getelementptr i64, ptr %frame, i64 %c_place
  store i64 %moved, ptr %c_slot
  %c_next = add i64 %c, 1
  br label %column
loop:
  %l = phi i64 [ 0, %column ], [ %l_next, %run ]
  %l_more = icmp slt i64 %l, %n_loops
  br i1 %l_more, label %run, label %next
run:
  %l_begin = mul i64 %l, 2
  %l_row = getelementptr i64, ptr %loops, i64 %l_begin
  {_read("code", "l_row", 0, "ptr")}
  {_read("list", "l_row", 1, "ptr")}
  call void %code(ptr %frame, ptr %list)
  %l_next = add i64 %l, 1
  br label %loop
next:
  br label %blocks
out:
  ret void
}}
"""
)
